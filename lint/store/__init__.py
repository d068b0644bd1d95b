"""What checking came to, kept from run to run: a draft that nothing has changed for is not checked again."""
