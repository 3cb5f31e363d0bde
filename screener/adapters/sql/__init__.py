"""The store in SQL, one part a topic; ``screener.adapters.sql_store`` puts them together."""
