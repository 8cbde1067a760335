"""Early arrears (P04) and where worries about bills go (P05): her answers, her people's deeds."""
