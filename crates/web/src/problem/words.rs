//! The words of a problem, in both languages.

use desk::phone::Unready;
use desk::refusal::Clash;
use desk::{Denied, Thing};
use locale::{Words, language_of};

use super::{Kind, Malformed, Problem, Why};

/// What happened, in a few words.
#[must_use]
pub fn title(problem: &Problem, t: &Words) -> String {
    match problem {
        Problem::Malformed(_) => t.msg_refusal_malformed(),
        Problem::Invalid(_) => t.msg_refusal_invalid(),
        Problem::SignedOut => t.msg_refusal_signed_out(),
        Problem::Foreign => t.msg_refusal_foreign(),
        Problem::NotAllowed(_) => t.msg_refusal_not_allowed(),
        Problem::NotFound(_) | Problem::NoRoute => t.msg_refusal_not_found(),
        Problem::Method => t.msg_refusal_method(),
        Problem::TooLarge => t.msg_refusal_too_large(),
        Problem::Changed => t.msg_refusal_changed(),
        Problem::Clash(_) | Problem::KeyUnreadable => t.msg_refusal_clash(),
        Problem::TooMany(_) => t.msg_refusal_too_many(),
        Problem::Gone => t.msg_refusal_gone(),
        Problem::NotReady => t.msg_refusal_not_ready(),
        Problem::Upstream => t.msg_refusal_upstream(),
        Problem::Unready(_) | Problem::Pbx(_) => t.msg_phone_no_call(),
        Problem::Storage => t.msg_refusal_storage(),
        Problem::TooSlow => t.msg_refusal_too_slow(),
        Problem::Inside => t.msg_refusal_inside(),
    }
}

/// What to do about it, in a sentence.
#[must_use]
pub fn detail(problem: &Problem, t: &Words) -> String {
    match problem {
        Problem::Malformed(how) => malformed(how, t),
        Problem::Invalid(_) => t.msg_refusal_invalid_detail(),
        Problem::SignedOut => t.msg_refusal_signed_out_detail(),
        Problem::Foreign => t.msg_refusal_foreign_detail(),
        Problem::NotAllowed(denied) => not_allowed(*denied, t),
        Problem::NotFound(thing) => missing(*thing, t),
        Problem::NoRoute => t.msg_refusal_no_route(),
        Problem::Method => t.msg_refusal_method_detail(),
        Problem::TooLarge => t.msg_refusal_too_large_detail(),
        Problem::Changed => t.msg_refusal_changed_detail(),
        Problem::Clash(clash) => in_the_way(*clash, t),
        Problem::KeyUnreadable => t.msg_clash_key_unreadable(),
        Problem::TooMany(seconds) => t.msg_refusal_too_many_detail(*seconds),
        Problem::Gone => t.msg_refusal_gone_detail(),
        Problem::NotReady => t.msg_refusal_not_ready_detail(),
        Problem::Upstream => t.msg_refusal_upstream_detail(),
        Problem::Unready(what) => unready(*what, t),
        Problem::Pbx(said) if said.may_have_been_done => {
            format!(
                "{} {}",
                said.sentence(language_of(t)),
                t.msg_phone_may_ring()
            )
        }
        Problem::Pbx(said) => said.sentence(language_of(t)).to_owned(),
        Problem::Storage => t.msg_refusal_storage_detail(),
        Problem::TooSlow => t.msg_refusal_too_slow_detail(),
        Problem::Inside => t.msg_refusal_inside_detail(),
    }
}

/// What is wrong with a field.
#[must_use]
pub fn field(why: &Why, t: &Words) -> String {
    match why {
        Why::Desk(why) => by_desk(why, t),
        Why::NotThere(there) if there.is_empty() => t.msg_field_none_there(),
        Why::NotThere(there) => t.msg_field_not_there(there.join(", ")),
        Why::Twice => t.msg_field_twice(),
        Why::WrongKind(kind) => t.msg_field_wrong_kind(kind_word(*kind, t)),
        Why::Wrong => t.msg_field_wrong(),
        Why::NotAMoment => t.msg_field_not_a_moment(),
        Why::NotACursor => t.msg_field_not_a_cursor(),
    }
}

fn by_desk(why: &desk::Why, t: &Words) -> String {
    use desk::Why;
    match why {
        Why::Required => t.msg_field_required(),
        Why::TooLong(longest) => t.msg_field_too_long(*longest),
        Why::TooShort(shortest) => t.msg_field_too_short(*shortest),
        Why::NotAPhone => t.msg_field_not_a_phone(),
        Why::NotAnEmail => t.msg_field_not_an_email(),
        Why::NotAnOperatorId => t.msg_field_not_an_operator_id(),
        Why::NotACountry => t.msg_field_not_a_country(),
        Why::NotATimeZone => t.msg_field_not_a_time_zone(),
        Why::NotHours => t.msg_field_not_hours(),
        Why::NotWithin(least, most) => t.msg_field_not_within(least.to_string(), most.to_string()),
        Why::NotOneOf(choices) => t.msg_field_not_one_of(choices.join(", ")),
        Why::NotAmong(choices) => t.msg_field_not_among(choices.join(", ")),
        Why::NotANumber => t.msg_field_not_a_number(),
        Why::NotADate => t.msg_field_not_a_date(),
        Why::NotYesNo => t.msg_field_not_yes_no(),
        Why::NotALink => t.msg_field_not_a_link(),
        Why::Taken => t.msg_field_taken(),
        Why::Unknown => t.msg_field_unknown(),
        Why::WrongSignIn => t.msg_field_wrong_sign_in(),
        Why::WrongPassword => t.msg_field_wrong_password(),
        Why::EasilyGuessed => t.msg_field_easily_guessed(),
        Why::WrongCode => t.msg_field_wrong_code(),
        Why::NotInTheFuture => t.msg_field_not_in_the_future(),
        Why::NotATime => t.msg_field_not_a_time(),
        Why::NotADay => t.msg_field_not_a_day(),
        Why::BeforeItsStart => t.msg_field_before_its_start(),
        Why::Merged => t.msg_field_merged(),
        Why::Past => t.msg_field_past(),
        Why::UnknownField(name, nearest) => t.msg_field_unknown_field(name.as_str(), *nearest),
        Why::WrongRule(line, text) => t.msg_field_wrong_rule(line.to_string(), text.as_str()),
        Why::Malformed(said) => said.clone(),
    }
}

fn malformed(how: &Malformed, t: &Words) -> String {
    match how {
        Malformed::Empty => t.msg_refusal_malformed_empty(),
        Malformed::NotJson(line, column) => {
            t.msg_refusal_malformed_json(format!("{line}:{column}"))
        }
        Malformed::NotText => t.msg_refusal_malformed_text(),
        Malformed::NotAnObject => t.msg_refusal_malformed_object(),
    }
}

fn not_allowed(denied: Denied, t: &Words) -> String {
    match denied {
        Denied::AdminsOnly => t.msg_denied_admins_only(),
        Denied::SupervisorsOnly => t.msg_denied_supervisors_only(),
        Denied::MayNotListen => t.msg_denied_may_not_listen(),
        Denied::NotHushed => t.msg_denied_not_hushed(),
        Denied::NotYourChannel => t.msg_denied_not_your_channel(),
        Denied::InternalOnly => t.msg_denied_internal_only(),
        Denied::NoCalls => t.msg_denied_no_calls(),
        Denied::NotYourCall => t.msg_denied_not_your_call(),
        Denied::NotYourOutcome => t.msg_denied_not_your_outcome(),
        Denied::LastAdmin => t.msg_denied_last_admin(),
        Denied::Yourself => t.msg_denied_yourself(),
        Denied::FactorRequired => t.msg_denied_factor_required(),
        Denied::FactorThere => t.msg_denied_factor_there(),
        Denied::OwnFactorFirst => t.msg_denied_own_factor_first(),
        Denied::NotYours => t.msg_denied_not_yours(),
        Denied::ExtensionOff => t.msg_denied_extension_off(),
        Denied::SummariesOff => t.msg_denied_summaries_off(),
        Denied::Masked => t.msg_denied_masked(),
        Denied::SetUpAlready => t.msg_denied_set_up_already(),
    }
}

fn in_the_way(clash: Clash, t: &Words) -> String {
    match clash {
        Clash::KeyReused => t.msg_clash_key_reused(),
        Clash::StillRunning => t.msg_clash_still_running(),
        Clash::IntoItself => t.msg_clash_into_itself(),
        Clash::Merged => t.msg_clash_merged(),
        Clash::NotMerged => t.msg_clash_not_merged(),
        Clash::MergedOn => t.msg_clash_merged_on(),
        Clash::MovedOn => t.msg_clash_moved_on(),
        Clash::OtherChannel => t.msg_clash_other_channel(),
        Clash::UndoneAlready => t.msg_clash_undone_already(),
        Clash::CardMergedOn => t.msg_clash_card_merged_on(),
        Clash::CardMovedOn => t.msg_clash_card_moved_on(),
        Clash::ImportRuns => t.msg_clash_import_runs(),
        Clash::CallOver => t.msg_clash_call_over(),
        Clash::CallGoesOn => t.msg_clash_call_goes_on(),
        Clash::Dialling => t.msg_clash_dialling(),
        Clash::MayRing => t.msg_clash_may_ring(),
        Clash::NoEngine => t.msg_clash_no_engine(),
        Clash::MinutesUsed => t.msg_clash_minutes_used(),
    }
}

fn unready(what: Unready, t: &Words) -> String {
    match what {
        Unready::NoOperator => t.msg_phone_no_operator(),
        Unready::NoVirtualNumber => t.msg_phone_no_virtual_number(),
        Unready::NoChannel => t.msg_phone_no_channel(),
        Unready::NoAppSecret => t.msg_phone_no_app_secret(),
        Unready::NoNumber => t.msg_phone_no_number(),
    }
}

fn missing(thing: Thing, t: &Words) -> String {
    match thing {
        Thing::Agent => t.msg_missing_agent(),
        Thing::Group => t.msg_missing_group(),
        Thing::Channel => t.msg_missing_channel(),
        Thing::Token => t.msg_missing_token(),
        Thing::Notification => t.msg_missing_notification(),
        Thing::ChannelTest => t.msg_missing_channel_test(),
        Thing::Rehearsal => t.msg_missing_rehearsal(),
        Thing::Client => t.msg_missing_client(),
        Thing::ClientField => t.msg_missing_client_field(),
        Thing::Move => t.msg_missing_move(),
        Thing::Import => t.msg_missing_import(),
        Thing::Ticket => t.msg_missing_ticket(),
        Thing::Call => t.msg_missing_call(),
        Thing::Recording => t.msg_missing_recording(),
        Thing::Missed => t.msg_missing_missed(),
        Thing::Transcript => t.msg_missing_transcript(),
        Thing::Line => t.msg_missing_line(),
        Thing::Promise => t.msg_missing_promise(),
        Thing::Summary => t.msg_missing_summary(),
        Thing::Extension => t.msg_missing_extension(),
        Thing::Session => t.msg_missing_session(),
        Thing::Invitation => t.msg_missing_invitation(),
        Thing::Job => t.msg_missing_job(),
        Thing::ApiKey => t.msg_missing_api_key(),
        Thing::Notice => t.msg_missing_notice(),
        Thing::Absence => t.msg_missing_absence(),
        Thing::SecondFactor => t.msg_missing_second_factor(),
        Thing::View => t.msg_missing_view(),
        Thing::Bulk => t.msg_missing_bulk(),
        Thing::Comment => t.msg_missing_comment(),
        Thing::Macro => t.msg_missing_macro(),
        Thing::OutcomeCode => t.msg_missing_outcome_code(),
        Thing::WriteBack => t.msg_missing_write_back(),
    }
}

fn kind_word(kind: Kind, t: &Words) -> String {
    match kind {
        Kind::Text => t.msg_kind_text(),
        Kind::Number => t.msg_kind_number(),
        Kind::Truth => t.msg_kind_truth(),
        Kind::List => t.msg_kind_list(),
        Kind::Object => t.msg_kind_object(),
    }
}
