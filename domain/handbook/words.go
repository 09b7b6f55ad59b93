package handbook

// LegalStatusWords says a legal status in plain English: "not known" for "",
// and the code itself for one that is not in the catalogue.
func LegalStatusWords(status LegalStatus) string {
	switch status {
	case "":
		return notKnown
	case LegalStatusS20:
		return "accommodated (section 20)"
	case LegalStatusICO:
		return "interim care order"
	case LegalStatusCO:
		return "care order"
	case LegalStatusEPO:
		return "emergency protection order"
	case LegalStatusPoliceProtection:
		return "police protection"
	case LegalStatusPlacementOrder:
		return "placement order"
	case LegalStatusParentalConsentAdoption:
		return "parents consent to adoption"
	case LegalStatusRemandLA:
		return "remanded to the local authority"
	case LegalStatusRemandYDA:
		return "remanded to youth detention"
	case LegalStatusPACE:
		return "transferred by the police (PACE)"
	case LegalStatusYROResidence:
		return "youth rehabilitation order with residence"
	}
	return string(status)
}

// PlacementWords says a kind of placement in plain English: "not known" for
// "", and the code itself for one that is not in the catalogue.
func PlacementWords(placement Placement) string {
	switch placement {
	case "":
		return notKnown
	case PlacementFoster:
		return "foster carer"
	case PlacementConnectedCarer:
		return "connected carer"
	case PlacementChildrensHome:
		return "children's home"
	case PlacementResidentialSchool:
		return "residential school"
	case PlacementParent:
		return "with a parent"
	case PlacementAdopters:
		return "adopters"
	case PlacementSupportedAccommodation:
		return "supported accommodation"
	case PlacementIndependent:
		return "living independently"
	case PlacementHospital:
		return "hospital"
	case PlacementSecure:
		return "secure accommodation"
	case PlacementCustody:
		return "custody"
	case PlacementOther:
		return "other"
	}
	return string(placement)
}

// PermanenceRouteWords says a route to permanence in plain English: "not
// known" for "", and the code itself for one that is not in the catalogue.
func PermanenceRouteWords(route PermanenceRoute) string {
	switch route {
	case "":
		return notKnown
	case PermanenceRouteReturnHome:
		return "return home"
	case PermanenceRouteFamilyFriends:
		return "family and friends"
	case PermanenceRouteLongTermFostering:
		return "long-term fostering"
	case PermanenceRouteSGO:
		return "special guardianship"
	case PermanenceRouteCAO:
		return "child arrangements order"
	case PermanenceRouteAdoption:
		return "adoption"
	}
	return string(route)
}

const notKnown = "not known"
