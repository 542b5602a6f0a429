"""The shapes of the files that writers edit; the JSON Schemas for editors are made from them."""
