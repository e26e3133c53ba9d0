//! What the API says of itself beside its endpoints: keys, problems, what is the same everywhere.

use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ArrayBuilder, Object, Schema, Type};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, RefOr, Required, Response, ResponseBuilder};
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
        (name = "extensions", description = "What administrators turn on"),
        (name = "macros", description = "Ready texts with what they change"),
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

/// What is true of every endpoint: it has a name of its own and may answer with a problem; a POST takes an
/// `Idempotency-Key`; pages of lists name what they hold.
pub(super) struct Everywhere;

impl Modify for Everywhere {
    fn modify(&self, description: &mut OpenApi) {
        for (path, item) in &mut description.paths.paths {
            if let Some(operation) = item.post.as_mut() {
                let parameters = operation.parameters.get_or_insert_default();
                parameters.push(idempotency_key().into());
            }
            let all = [
                ("get", &mut item.get),
                ("post", &mut item.post),
                ("put", &mut item.put),
                ("patch", &mut item.patch),
                ("delete", &mut item.delete),
            ];
            for (method, operation) in all {
                if let Some(operation) = operation {
                    operation.operation_id = Some(name(method, path));
                    may_fail(operation);
                }
            }
        }
        let schemas = description.components.iter_mut();
        for (name, schema) in schemas.flat_map(|all| &mut all.schemas) {
            if let Some(thing) = name.strip_prefix("Items_") {
                hold(schema, thing);
            }
        }
    }
}

/// `get_tickets_by_id`: what a generated client calls its function.
fn name(method: &str, path: &str) -> String {
    let path = path.trim_start_matches("/api/v1/");
    let path = path.replace('{', "by_").replace('}', "");
    format!("{method}_{}", path.replace('/', "_"))
}

fn hold(schema: &mut RefOr<Schema>, thing: &str) {
    let RefOr::T(Schema::Object(page)) = schema else {
        return;
    };
    let things = ArrayBuilder::new().items(Ref::from_schema_name(thing));
    page.properties.insert("items".to_owned(), things.into());
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
