import Foundation

/// Which program of the fediverse wrote a list, as far as its form tells: what an import does with a
/// list there differs, and some can only add.
///
/// Read in: Mastodon `app/services/bulk_import_service.rb` (Overwrite unfollows whoever is missing);
/// GoToSocial `internal/processing/account/import.go` (likewise); Misskey
/// `ImportFollowingProcessorService.ts`, Pleroma `user_import_controller.ex`, from which Sharkey and
/// Akkoma come (each follows whoever is named, and unfollows nobody); Pixelfed has no import of follows.
public enum FediverseServer: Sendable {
  /// Its list has Mastodon's heading: Mastodon, GoToSocial or another that takes it back whole.
  case replaces
  /// Pleroma or Akkoma: an import adds.
  case pleroma
  /// Without a heading, as Misskey, Sharkey and Akkoma write lists: an import adds.
  case headless

  /// Told by the form of the list.
  init(wrote original: OriginalDocument) {
    if PleromaList.isOne(original.bytes) {
      self = .pleroma
    } else {
      self = AccountListCSV(original.bytes).heading.isEmpty ? .headless : .replaces
    }
  }
}
