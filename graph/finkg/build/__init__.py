"""From a workspace to a snapshot: claims, checks, rank, standing, rules, layers."""
