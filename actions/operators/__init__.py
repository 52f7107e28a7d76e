"""Who offers the service: a municipality's or region's own name, arms, contacts and responsibility."""
