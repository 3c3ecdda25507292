"""The whole product, driven as its users drive it."""
