#if Web
  import PondGraph

  /// What else could be asked: the order, a folder, how many, everybody.
  struct ReviewWishView {
    let wish: ReviewWish
    let folders: [String]

    /// A form that begins another sitting.
    var html: String {
      """
      <details class="wish"><summary>Ask about others, or in another order</summary>
      <form method="get" action="/review">
      <p><label for="order">Who comes first</label>
      <select id="order" name="order">\(QuestionOrder.allCases.map(order).joined())</select></p>
      \(folder)
      <p><label for="limit">How many at most; 0 asks all</label>
      <input id="limit" name="limit" type="number" min="0" max="100000" value="\(wish.limit)"></p>
      <p><label class="check"><input type="checkbox" name="everyone" value="1"\
      \(wish.everyone ? " checked" : "")> Also those of whom nothing is doubtful</label></p>
      <p><button>Begin</button></p>
      </form></details>
      """
    }

    private func order(_ order: QuestionOrder) -> String {
      "<option\(order == wish.order ? " selected" : "")>\(order.rawValue)</option>"
    }

    private var folder: String {
      guard !folders.isEmpty else { return "" }
      return """
        <p><label for="folder">Only in this folder</label>
        \(FolderChoice(id: "folder", folders: folders, chosen: wish.folder).html)</p>
        """
    }
  }

  /// A choice among the folders of the lists, or none of them.
  struct FolderChoice {
    let id: String
    let folders: [String]
    let chosen: String?
    /// What choosing none is called.
    var none = "all folders"

    /// The choice.
    var html: String {
      let options = folders.map { folder in
        """
        <option value="\(WebForm.attribute(folder))"\(folder == chosen ? " selected" : "")>\
        \(WebLink.text(folder))</option>
        """
      }
      return """
        <select id="\(id)" name="folder"><option value="">\(none)</option>\(options.joined())</select>
        """
    }
  }
#endif
