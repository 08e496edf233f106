"""The voices of the world: posts, headlines and questions, by templates."""
