"""The commands of a consultation: one file each, as everywhere here."""
