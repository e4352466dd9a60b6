"""The published site behind Debian's nginx, as deploy/nginx sets it up, and under a path of its own."""
