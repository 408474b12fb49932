"""Makes the HDF5 files of this folder with h5py: a good one in the published layout, and bad ones.

    python3 -m pip install h5py && python3 make.py

The good one is the icosahedron of 13 atoms around the golden ratio, with radial distances of 2.4 Å,
and its Debye sum over 200000 steps of Q, written by numpy alone.
"""

import h5py
import numpy as np

BOND = 2.4
GOLDEN = (1 + 5**0.5) / 2

corners = [
    np.roll([0, a, b * GOLDEN], turn) for turn in range(3) for a in (-1, 1) for b in (-1, 1)
]
positions = np.array([[0, 0, 0]] + corners) * BOND / (1 + GOLDEN**2) ** 0.5 + [10, 20, 30]
atoms = len(positions)

pairs = [(i, j) for i in range(atoms) for j in range(i + 1, atoms)]
distance = {(i, j): np.linalg.norm(positions[i] - positions[j]) for i, j in pairs}
close = [pair for pair in pairs if distance[pair] <= 1.02 * BOND]
directions = np.array([edge for i, j in close for edge in ((i, j), (j, i))]).T
features = np.array([distance[pair] for pair in close for _ in range(2)])

# qmin 0.7, qmax 25, biso 0.3; from 2 Å in steps of 0.01 Å, as the published generator's defaults.
q = np.linspace(0.7, 25, 200001)
r = 2 + 0.01 * np.arange(2800)
f = sum(np.sin(q * d) / d for d in distance.values()) * 2 / atoms
f *= np.exp(-q * q * 0.3 / (8 * np.pi**2))
f[[0, -1]] /= 2
label = np.array([2 / np.pi * (q[1] - q[0]) * np.dot(f, np.sin(q * x)) for x in r])

good = {
    "Edge Feature Matrix": features,
    "Node Feature Matrix": positions,
    "Edge Directions": directions,
    "PDF label": label,
}


def write(name, **changes):
    with h5py.File(name, "w") as file:
        for key, value in good.items():
            value = changes.get(key.replace(" ", "_"), value)
            if value is not None:
                file.create_dataset(key, data=value)


short = {"PDF_label": label[:50]}
write("graph_Icosahedron_shell_2_atom_Mn_lc_2.4.h5")
write("no-nodes.h5", Node_Feature_Matrix=None, **short)
write("no-label.h5", PDF_label=None)
write("flat-nodes.h5", Node_Feature_Matrix=positions.ravel(), **short)
write("two-coordinates.h5", Node_Feature_Matrix=positions[:, :2], **short)
write("no-atoms.h5", Node_Feature_Matrix=positions[:0], **short)
write("same-place.h5", Node_Feature_Matrix=positions * 0, **short)
write("far-away.h5", Node_Feature_Matrix=positions * 1e9, **short)
write("nan-node.h5", Node_Feature_Matrix=np.where(positions > 31, np.nan, positions), **short)
write("text-nodes.h5", Node_Feature_Matrix=np.array([b"Au", b"Pt"]), **short)
write("turned-edges.h5", Edge_Directions=directions.T, **short)
write("edge-beyond.h5", Edge_Directions=directions + 1, **short)
write("edge-before.h5", Edge_Directions=directions - 1, **short)
write("half-edges.h5", Edge_Directions=directions + 0.5, **short)
write("fewer-features.h5", Edge_Feature_Matrix=features[:3], **short)
write("label-matrix.h5", PDF_label=label[:60].reshape(2, 30))
write("label-of-three.h5", PDF_label=label[:3])
write("label-infinite.h5", PDF_label=np.append(label[:50], np.inf))
write("scalar-label.h5", PDF_label=1.0)
with h5py.File("group.h5", "w") as file:
    file.create_group("Node Feature Matrix")
with h5py.File("huge.h5", "w") as file:
    file.create_dataset("Node Feature Matrix", shape=(10**15, 3), dtype="f8", chunks=(1000, 3))
whole = open("label-of-three.h5", "rb").read()
open("cut-short.h5", "wb").write(whole[: len(whole) // 2])
open("overwritten.h5", "wb").write(whole[:100] + b"\xff" * (len(whole) - 100))
open("text.h5", "w").write("0 0\n0.01 0.1\n")
open("empty.h5", "w").close()
