"""SHACL compiled to SPARQL: shapes graph -> parameters -> failures -> constraints."""
