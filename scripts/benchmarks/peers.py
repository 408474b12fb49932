"""What other programs take for the same work, in seconds of processor time of one thread.

    peers.py debye FILE.xyz ...     DebyeCalculator, for each file: seconds, and G of some points
    peers.py paper FILE.json BATCH  an epoch of the paper's network in PyTorch Geometric: seconds
"""

import json
import sys
import time

import torch

torch.set_num_threads(1)


def best(work, spending=1.0):
    """The least time of several runs, and what the last one gives."""
    least, end = float("inf"), time.process_time() + spending
    while True:
        start = time.process_time()
        result = work()
        now = time.process_time()
        least = min(least, now - start)
        if now > end:
            return least, result


def debye(paths):
    from debyecalculator import DebyeCalculator

    settings = dict(
        qmin=0.7, qmax=25, qdamp=0.04, biso=0.3, rmax=30, rstep=0.01, device="cpu", num_threads=1)
    calculator = DebyeCalculator(**settings)
    # Its usual steps of 0.05 in Q are timed; they cost some per cent of G at 30 Å.
    finer = DebyeCalculator(**settings, qstep=0.01)
    for path in paths:
        seconds, _ = best(lambda: calculator.gr(path))
        print(seconds, *(float(g) for g in finer.gr(path).g[200::400]))


def paper(path, size):
    from torch import nn
    from torch_geometric.data import Batch, Data
    from torch_geometric.nn import GATConv
    from torch_geometric.nn.aggr import AttentionalAggregation

    def chain(widths):
        layers = []
        for a, b in zip(widths, widths[1:]):
            layers += [nn.Linear(a, b), nn.LeakyReLU()]
        return nn.Sequential(*layers[:-1])

    def gated(widths):
        layers = []
        for a, b in zip(widths, widths[1:]):
            layers += [nn.Linear(a, 2 * b), nn.GLU(), nn.LeakyReLU()]
        return nn.Sequential(*layers[:-1])

    class Network(nn.Module):
        """The published one: doi:10.1039/D2DD00086E."""

        def __init__(self):
            super().__init__()
            widths = [3, 1024, 512, 256, 128, 64, 256]
            # Atoms listen to themselves in the graphs as they come.
            self.encoder = nn.ModuleList(
                GATConv(a, b, add_self_loops=False) for a, b in zip(widths, widths[1:]))
            self.pool = AttentionalAggregation(nn.Linear(256, 1), nn.Linear(256, 256))
            self.prior = gated([3000, 384, 192, 24, 4])
            self.branch = gated([3000, 384, 192, 24, 256])
            self.head = chain([512, 256, 128, 64, 4])
            self.decoder = chain([2, 32, 64, 128, 256, 512, 1024, 600])

        def forward(self, graphs, pdfs):
            x = graphs.x
            for place, layer in enumerate(self.encoder):
                x = layer(x, graphs.edge_index)
                if place < len(self.encoder) - 1:
                    x = nn.functional.leaky_relu(x)
            seen = torch.cat([self.pool(x, graphs.batch), self.branch(pdfs)], dim=1)
            return self.gaussian(self.prior(pdfs)), self.gaussian(self.head(seen))

        @staticmethod
        def gaussian(output):
            mean, s = output.chunk(2, dim=1)
            return torch.distributions.Normal(mean, torch.exp(nn.functional.softplus(s) / 2))

    with open(path) as file:
        structures = json.load(file)
    data = [
        Data(x=torch.tensor(s["positions"]).view(-1, 3), edge_index=torch.tensor(s["edges"]))
        for s in structures]
    pdfs = torch.randn(len(data), 3000) * 0.1
    targets = torch.zeros(len(data), 600)
    for row, structure in zip(targets, structures):
        row[:len(structure["positions"])] = torch.tensor(structure["positions"])
    network = Network()
    optimiser = torch.optim.Adam(network.parameters())

    def epoch():
        for start in range(0, len(data), size):
            rows = slice(start, start + size)
            prior, posterior = network(Batch.from_data_list(data[rows]), pdfs[rows])
            error = (network.decoder(posterior.rsample()) - targets[rows]) ** 2
            loss = (torch.where(targets[rows] != 0, 1.0, 0.1) * error).mean()
            divergence = torch.distributions.kl_divergence(posterior, prior).sum(1).mean()
            optimiser.zero_grad()
            (loss + 1e-3 * divergence).backward()
            optimiser.step()
        return loss.item()

    seconds, loss = best(epoch, spending=0)
    print(seconds, loss)


if __name__ == "__main__":
    if sys.argv[1] == "debye":
        debye(sys.argv[2:])
    else:
        paper(sys.argv[2], int(sys.argv[3]))
