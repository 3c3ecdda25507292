"""Benchmarks; nothing here is a test."""
