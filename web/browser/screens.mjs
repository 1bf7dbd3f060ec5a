// Every screen of the desk with its address.
export function screens(month, incident, report) {
  return {
    inbox: '/inbox', feeds: '/inbox?leaf=feeds', refused: '/inbox?leaf=refused',
    review: '/review', pairs: '/review?leaf=pairs', second: '/review?leaf=second', agreement: '/review?leaf=agreement',
    incidents: '/incidents', incident: `/incidents/${incident}`, report: `/reports/${report}`,
    map: `/map?month=${month}`, beside: `/map?month=${month}&beside=yes`, plain: `/map?month=${month}&plain=yes`,
    districts: '/map?area=SY-DY&shade=district', districts_plain: '/map?area=SY-DY&shade=district&plain=yes',
    month: `/month/${month}`, preview: `/month/${month}?leaf=preview`, changes: `/month/${month}?leaf=changes`, gate: `/month/${month}?leaf=gate`, editions: `/month/${month}?leaf=editions`,
    sources: '/registers/sources', places: '/registers/places', actors: '/registers/actors', tallies: '/tallies',
    settings: '/desk/settings', record: '/desk/changes', users: '/desk/users', tokens: '/desk/tokens', audit: '/desk/audit',
  };
}
