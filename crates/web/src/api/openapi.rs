//! What the API says of itself beside its endpoints: keys, problems, what is the same everywhere.

use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{Object, Type};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, Required, Response, ResponseBuilder};
use utoipa::{Modify, OpenApi as _};

use crate::problem::Told;

const DESCRIPTION: &str = "\
Everything the desk's pages can do, for programs.

* **Keys.** Send `Authorization: Bearer …`. A key has its owner's rights; what its owner may not see is answered with 404.
* **Lists** come in pages: `limit` (at most 200) and `cursor` in, `items` and `next_cursor` out.
* **Mistakes** are `application/problem+json`; `errors` names the fields that were not taken. Texts come in the language of \
`Accept-Language`, else in the key's owner's.
* **Once.** A POST with an `Idempotency-Key` does its work once: sent again within a day, it gets the same answer.
* **Moments** are UTC by RFC 3339, numbers are E.164; numbers are understood in any spelling.";

#[derive(utoipa::OpenApi)]
#[openapi(
    components(schemas(Told)),
    security(("key" = [])),
    tags(
        (name = "tickets", description = "Requests and their timelines"),
        (name = "calls", description = "Calls and their recordings"),
        (name = "clients", description = "People who call or are called"),
        (name = "channels", description = "Connected telephony: tokens, access, notifications"),
        (name = "agents", description = "People who work in the desk"),
    )
)]
struct Frame;

/// The description without its endpoints.
pub(super) fn frame() -> OpenApi {
    let mut description = Frame::openapi();
    description.info.title = "Dozvon".to_owned();
    description.info.description = Some(DESCRIPTION.to_owned());
    if let Some(components) = description.components.as_mut() {
        let bearer = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        components.add_security_scheme("key", bearer);
    }
    description
}

/// What is true of every endpoint: it may answer with a problem; a POST takes an `Idempotency-Key`.
pub(super) struct Everywhere;

impl Modify for Everywhere {
    fn modify(&self, description: &mut OpenApi) {
        for item in description.paths.paths.values_mut() {
            if let Some(operation) = item.post.as_mut() {
                let parameters = operation.parameters.get_or_insert_default();
                parameters.push(idempotency_key().into());
            }
            let all = [
                &mut item.get,
                &mut item.post,
                &mut item.put,
                &mut item.patch,
                &mut item.delete,
            ];
            for operation in all.into_iter().flatten() {
                may_fail(operation);
            }
        }
    }
}

fn may_fail(operation: &mut Operation) {
    let answers = &mut operation.responses.responses;
    answers.insert("default".to_owned(), problem().into());
}

fn problem() -> Response {
    let shape = Ref::from_schema_name("Problem");
    let content = ContentBuilder::new().schema(Some(shape)).build();
    ResponseBuilder::new()
        .description("A problem")
        .content("application/problem+json", content)
        .build()
}

fn idempotency_key() -> Parameter {
    ParameterBuilder::new()
        .name("Idempotency-Key")
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some("Any text of 1 to 255 characters, another for each request; the same one to try a request again"))
        .schema(Some(Object::with_type(Type::String)))
        .build()
}
