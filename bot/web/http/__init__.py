"""HTTP concerns of every route: headers, limits, caching, negotiation."""
