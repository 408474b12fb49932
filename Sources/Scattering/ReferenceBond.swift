/// The bond length in Å that unknown ones are compared with, in the middle of the metals' 2.3 to
/// 3.3 Å.
package let referenceBond = 2.7
