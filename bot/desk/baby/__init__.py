"""Baby packages at the desk: the referrer's form, the tandem's page, the counter."""
