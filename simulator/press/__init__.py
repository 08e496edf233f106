"""The press: newsrooms and their rhythm, the calls they make, the articles they print."""
