//! Tables that come in lose nothing, and tables that go out come back the same.

use store::Slice;
use store::clients::ClientFilter;

use super::sheet::{Encoding, delimiter_of, rows};
use super::*;
use crate::clients::tests::named;
use crate::clients::{ClientChange, FieldForm};
use crate::on_both;
use crate::{Refusal, Why};

#[test]
fn letters_and_what_parts_cells_are_seen_from_the_file() {
    let (cp1251, _, _) = encoding_rs::WINDOWS_1251.encode("Имя;Телефон\nИра;1");
    assert_eq!(Encoding::of(&cp1251), Encoding::Cp1251);
    assert_eq!(Encoding::Cp1251.read(&cp1251), "Имя;Телефон\nИра;1");
    let marked = "\u{feff}Имя;Телефон".as_bytes();
    assert_eq!(Encoding::of(marked), Encoding::Utf8);
    assert_eq!(Encoding::Utf8.read(marked), "Имя;Телефон");
    assert_eq!(delimiter_of("Имя;Телефон\nИра, Оля;1"), ';');
    assert_eq!(delimiter_of("name,phone,company\n\"a;b\",1,c"), ',');
    assert_eq!(delimiter_of("name\tphone\na\t1"), '\t');
    assert_eq!(delimiter_of("+7 916 204-18-37"), ';');
}

#[test]
fn rows_know_their_lines_and_quoted_cells_may_hold_anything() {
    let text = "name;note\n\"Ира\";\"два\nряда; и \"\"кавычки\"\"\"\n;\n'=1+1;x\n";
    let read: Vec<_> = rows(text, ';').map(|row| (row.line, row.cells)).collect();
    assert_eq!(
        read[1],
        (2, vec!["Ира".into(), "два\nряда; и \"кавычки\"".into()])
    );
    assert_eq!(read[2], (5, vec!["=1+1".into(), "x".into()]));
    assert_eq!(read.len(), 3);
}

const FILE: &str = "ФИО;Мобильный телефон;Рабочий телефон;Почта;Компания;VIP;Договор;Что-то\r\n\
    Ирина Савельева;8 (916) 204-18-37;+7 495 780-61-40;irina@nitka.example;Ателье;да;12;x\r\n\
    Павел Гордеев;не номер;;;;;;\r\n\
    ;89160000002;;;;;;\r\n\
    ;;;;Пусто;;;\r\n\
    Борис Котов;89160000003;;;;;двенадцать;\r\n\
    Ирина С.;89162041837;;;Другое;;;\r\n";

on_both! {
    async fn a_file_is_tried_then_taken_in_and_what_was_not_taken_is_told_by_line(test: &TestDesk) {
        let admin = test.admin().await;
        let desk = &test.desk;
        let form = FieldForm { name: Some("Договор".into()), kind: Some("number".into()), ..FieldForm::default() };
        let field = desk.create_client_field(&admin, form).await.unwrap();
        let brought = desk.bring_clients(&admin, "clients.csv", FILE.as_bytes()).await.unwrap();
        assert_eq!((brought.plan.delimiter, brought.plan.header), (';', true));
        let columns: Vec<String> = brought.plan.columns.iter().map(|one| one.as_text()).collect();
        assert_eq!(columns, ["name", "phone:mobile", "phone:work", "email", "company", "vip", &field.id.to_string(), ""]);
        let id = brought.import.id;
        desk.run_client_import(&admin, id, brought.plan.clone()).await.unwrap();
        desk.work_all().await.unwrap();
        let tried = desk.client_import(&admin, id).await.unwrap();
        let tally = Tally { total: 6, done: 6, made: 2, updated: 0, skipped: 1, wrong: 3 };
        assert_eq!((tried.state, tried.tally), (ImportState::Tried, tally));
        let all = ClientFilter::default();
        assert!(desk.clients(&admin, &all, Slice::first(9)).await.unwrap().items.is_empty(), "a dry run keeps nothing");
        desk.run_client_import(&admin, id, Plan { dry: false, ..brought.plan.clone() }).await.unwrap();
        desk.work_all().await.unwrap();
        let done = desk.client_import(&admin, id).await.unwrap();
        assert_eq!((done.state, done.tally), (ImportState::Done, tally));
        let wrong = desk.wrong_lines(&admin, id, 0, 99).await.unwrap();
        let told: Vec<_> = wrong.iter().map(|row| (row.line, row.faults[0].why.clone())).collect();
        assert_eq!(told, [(3, Why::NotAPhone), (5, Why::Required), (6, Why::NotANumber)]);
        assert_eq!(wrong[0].cells[1], "не номер");
        let ira = desk.look_up(&admin, "89162041837").await.unwrap().candidates.remove(0).client;
        assert_eq!((ira.name.as_str(), ira.vip, ira.phones.len(), ira.company.as_deref()), ("Ирина Савельева", true, 2, Some("Ателье")));
        let view = desk.client_view(&admin, ira).await.unwrap();
        assert_eq!(view.values[0].value, "12");
        let again = desk.run_client_import(&admin, id, brought.plan).await;
        assert!(matches!(again, Err(Refusal::Conflict(_))), "taken in once");
    }

    async fn who_is_known_by_a_number_is_written_over_only_when_that_is_asked(test: &TestDesk) {
        let admin = test.admin().await;
        let desk = &test.desk;
        let ira = desk.create_client(&admin, named("Ирина", &["+79162041837"])).await.unwrap();
        let caller = desk.create_client(&admin, crate::clients::NewClient { name: None, ..named("", &["+79160000002"]) }).await.unwrap();
        let file = "name,phone,company\nИрина Савельева,89162041837,Ателье\nАнна,89160000002,\n";
        for (duplicates, name, company) in [(Duplicates::Skip, "Ирина", None), (Duplicates::Update, "Ирина Савельева", Some("Ателье"))] {
            let brought = desk.bring_clients(&admin, "a.csv", file.as_bytes()).await.unwrap();
            desk.run_client_import(&admin, brought.import.id, Plan { duplicates, dry: false, ..brought.plan }).await.unwrap();
            desk.work_all().await.unwrap();
            let known = desk.client(&admin, ira.id).await.unwrap();
            assert_eq!((known.name.as_str(), known.company.as_deref()), (name, company));
        }
        let anna = desk.client(&admin, caller.id).await.unwrap();
        assert_eq!((anna.name.as_str(), anna.named), ("Анна", true), "a caller is named in either case");
    }

    async fn a_table_that_went_out_comes_back_the_same_and_computes_nothing(test: &TestDesk) {
        let admin = test.admin().await;
        let desk = &test.desk;
        let ira = desk.create_client(&admin, named("=СУММ(A1)", &["+79162041837", "+74957806140"])).await.unwrap();
        let table = desk.client_table(&admin, false).await.unwrap();
        let views = desk.client_views(&admin, vec![ira.clone()]).await.unwrap();
        let file = [table.head(true).unwrap(), table.lines(&views).unwrap()].concat();
        let text = String::from_utf8(file.clone()).unwrap();
        assert!(text.starts_with("\u{feff}Имя;Телефон;"), "{text}");
        assert!(text.contains("'=СУММ(A1);+7 916 204-18-37;+7 495 780-61-40;"), "{text}");
        let change = ClientChange { name: Some(Some("Другая".into())), ..ClientChange::default() };
        desk.change_client(&admin, ira.id, change).await.unwrap();
        let brought = desk.bring_clients(&admin, "b.csv", &file).await.unwrap();
        let plan = Plan { duplicates: Duplicates::Update, dry: false, ..brought.plan };
        desk.run_client_import(&admin, brought.import.id, plan).await.unwrap();
        desk.work_all().await.unwrap();
        let back = desk.client(&admin, ira.id).await.unwrap();
        assert_eq!((back.name, back.phones, back.emails, back.note), (ira.name, ira.phones, ira.emails, ira.note));
    }

    async fn only_those_who_see_everybody_move_tables(test: &TestDesk) {
        let anna = test.agent("anna", &[]).await;
        let desk = &test.desk;
        assert!(matches!(desk.bring_clients(&anna, "a.csv", b"name\nA").await, Err(Refusal::NotAllowed(_))));
        assert!(matches!(desk.client_table(&anna, true).await, Err(Refusal::NotAllowed(_))));
        let admin = test.admin().await;
        assert!(matches!(desk.bring_clients(&admin, "a.csv", b" \n").await, Err(Refusal::Invalid(_))));
    }
}
