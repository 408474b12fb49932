import Workbench
print("deepstruc")
