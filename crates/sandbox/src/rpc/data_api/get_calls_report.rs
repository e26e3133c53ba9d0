//! `get.calls_report`: the calls of a stretch of time, as the account counts them.

use std::sync::Arc;

use super::listing::{KNOWN, list};
use super::report_row::report;
use super::stretch::stretch;
use crate::call::Call;
use crate::exchange::Exchange;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

/// The first come unasked.
const USUAL: usize = 24;
const COLUMNS: [&str; 99] = [
    "id",
    "start_time",
    "finish_time",
    "finish_reason",
    "direction",
    "source",
    "is_lost",
    "contact_phone_number",
    "virtual_phone_number",
    "communication_id",
    "communication_type",
    "cpn_region_id",
    "cpn_region_name",
    "cpn_country_id",
    "cpn_country_name",
    "wait_duration",
    "total_wait_duration",
    "talk_duration",
    "clean_talk_duration",
    "total_duration",
    "call_records",
    "wav_call_records",
    "full_record_file_link",
    "ext_id",
    "postprocess_duration",
    "lost_call_processing_duration",
    "voice_mail_records",
    "is_transfer",
    "employees",
    "first_answered_employee_id",
    "first_answered_employee_full_name",
    "last_answered_employee_id",
    "last_answered_employee_full_name",
    "first_talked_employee_id",
    "first_talked_employee_full_name",
    "last_talked_employee_id",
    "last_talked_employee_full_name",
    "last_answered_employee_rating",
    "operator_phone_number",
    "scenario_id",
    "scenario_name",
    "scenario_operations",
    "tags",
    "contact_id",
    "contact_full_name",
    "call_api_request_id",
    "call_api_external_id",
    "communication_number",
    "attributes",
    // What a shop that tracks no visitors never has.
    "communication_page_url",
    "ua_client_id",
    "ym_client_id",
    "sale_date",
    "sale_cost",
    "search_query",
    "search_engine",
    "referrer_domain",
    "referrer",
    "entrance_page",
    "gclid",
    "yclid",
    "ymclid",
    "ef_id",
    "channel",
    "site_domain_name",
    "site_id",
    "campaign_name",
    "campaign_id",
    "visit_other_campaign",
    "visitor_id",
    "person_id",
    "visitor_type",
    "visitor_session_id",
    "visits_count",
    "visitor_first_campaign_id",
    "visitor_first_campaign_name",
    "visitor_city",
    "visitor_region",
    "visitor_country",
    "visitor_device",
    "visitor_custom_properties",
    "segments",
    "utm_source",
    "utm_medium",
    "utm_term",
    "utm_content",
    "utm_campaign",
    "utm_referrer",
    "openstat_ad",
    "openstat_campaign",
    "openstat_service",
    "openstat_source",
    "eq_utm_source",
    "eq_utm_medium",
    "eq_utm_term",
    "eq_utm_content",
    "eq_utm_campaign",
    "eq_utm_referrer",
    "eq_utm_expid",
];
pub(super) fn run(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    let mut known = KNOWN.to_vec();
    known.extend(["date_from", "date_till", "include_ongoing_calls"]);
    params.only(&known)?;
    let stretch = stretch(params)?;
    let ongoing = params.flag("include_ongoing_calls")?.unwrap_or(false);
    let wanted = |call: &&Call| stretch.contains(&call.started) && (ongoing || call.is_finished());
    let (url, tags) = (exchange.public_url(), exchange.tags());
    let rows = exchange
        .board()
        .calls
        .values()
        .filter(wanted)
        .map(|call| report(call, &url, &tags))
        .collect();
    list(params, rows, &COLUMNS, USUAL)
}
