"""Speed and size against peers in the same run; each script writes its figures into `results/`."""
