"""Scripts that rebuild the tables of the package from their sources; no part of the package."""
