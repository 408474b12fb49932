import Testing
import Script
