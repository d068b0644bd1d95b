"""Lists of words as parts of regular expressions."""


def any_of(words: str) -> str:
    """Give a group that matches any of the words, parted by spaces; `_` stands for a space within one."""
    return f"(?:{'|'.join(words.split()).replace('_', ' ')})"
