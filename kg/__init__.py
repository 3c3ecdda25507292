"""Attaché: the knowledge graph of diplomacy, with the sentence behind every fact.

The way of the data: ``ingest`` (files to articles), ``annotate`` (articles to annotations), ``extract`` (annotations to
reports), ``resolve`` (reports of all articles to entities and events), ``emit`` (to triples), ``store``, ``query``,
``render`` and ``export``; ``pipeline`` puts them in order.
"""

__version__ = "0.1.0"
