import Testing
import Generative
