"""What notebooks show: answers, proofs, cards and graphs as HTML, and magics for IPython."""
