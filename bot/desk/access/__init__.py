"""Who comes in at the desk and what they may see there: logging in, looking in, oversight."""
