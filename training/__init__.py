"""What is made from examples beforehand; needs the extra `training`, the product does not."""
