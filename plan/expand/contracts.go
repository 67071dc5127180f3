package expand

import (
	"slices"

	"epr/plan"
)

// attachContracts ties activities to the contracts they must lie inside, named by the step or by the
// contract, and to the legacy contracts that must outlast them.
func (x *expander) attachContracts() {
	for i := range x.net.Activities {
		a := x.activity(i)
		for _, id := range a.Step.Contracts {
			if contract := x.plan.Contracts.Get(id); contract != nil {
				a.Contracts = append(a.Contracts, contract)
			}
		}
	}
	for _, contract := range x.plan.Contracts.All() {
		for k, selector := range contract.Covers {
			for _, i := range x.match(selector, plan.Place{}, contract.Place(element("covers", k))) {
				if a := x.activity(i); !slices.Contains(a.Contracts, contract) {
					a.Contracts = append(a.Contracts, contract)
				}
			}
		}
		for k, selector := range contract.Outlast {
			for _, i := range x.match(selector, plan.Place{}, contract.Place(element("outlast", k))) {
				x.activity(i).Outlast = append(x.activity(i).Outlast, contract)
			}
		}
	}
}
