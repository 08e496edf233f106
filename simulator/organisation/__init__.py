"""The organisation: what it knows, says, asserts and promises."""
