"""What commits did to a draft -> what they meant."""
