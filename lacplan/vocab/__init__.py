"""Countries, currencies and languages: small dated tables of our own."""
