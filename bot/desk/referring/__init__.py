"""The short forms of somebody who refers from outside: one for each programme that knows her."""
