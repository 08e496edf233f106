"""Measurements that are looked at, not asserted: behaviour and speed."""
