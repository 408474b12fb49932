import Testing
import Scattering
