"""Countries, regions, currencies, languages and stakeholder groups: small dated tables."""
