// Our own columns with a row of HXL tags under the header, for the tools of humanitarian data exchange.
#include "core/event_tables.hpp"
#include "publish/codebook.hpp"
#include "publish/export.hpp"
#include "publish/table_text.hpp"

namespace sitrep::publish {

std::string export_hxl(const ExportInput& input, const Gate& gate)
{
    const Gate knowing = gate.knowing({public_names(input), input.incidents});
    std::vector<TableRow> rows(1);
    for (const ColumnMeaning& column : codebook()) rows[0].push_back(words(column.tag));
    for (const PublicIncident& incident : passed(input.incidents, knowing)) rows.push_back(own_row(incident));
    std::string out = csv_text(columns_of(TableFormat::sitrep), rows);
    knowing.scan(out);
    return out;
}

}  // namespace sitrep::publish
