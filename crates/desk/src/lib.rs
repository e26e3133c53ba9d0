//! What we do: use cases, jobs and reconcilers; pages, API, hooks and jobs call the same verbs.
