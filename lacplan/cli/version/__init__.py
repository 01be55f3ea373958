"""``lacplan version``: publishing versions, listing, checking and putting them back."""
