"""An OpenID provider on this machine that signs with real keys, and can be made to lie."""
