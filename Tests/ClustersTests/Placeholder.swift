import Testing
import Clusters
