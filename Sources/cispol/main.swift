print("cispol")
