#if Web
  import PondGraph

  /// The form that brings files in: dropped, chosen, or a folder with everything in it.
  struct BringForm {
    let visit: WebVisit

    var html: String {
      WebForm.post(
        to: "/bring", visit: visit,
        attributes: "enctype=\"multipart/form-data\" class=\"bring\" data-bring", inner)
    }

    private var inner: String {
      """
      <div class="drop" data-drop>
      <p class="drop-words">Drop files, folders or archives here, or choose them.</p>
      <div class="row">
      <div><label for="files">Files or archives</label>
      <input id="files" name="files" type="file" multiple></div>
      <div><label for="folder">Or a whole folder</label>
      <input id="folder" name="folder" type="file" multiple webkitdirectory></div>
      </div>
      </div>
      <details>
      <summary>More to say</summary>
      <p><label for="me">Who you are, where an export does not say: a handle, an address, a key</label>
      <input id="me" name="me" type="text" autocomplete="off" maxlength="200"></p>
      <p><label class="check"><input name="partial" type="checkbox" value="yes"> Take what stands \
      before the cut in a file that was cut short</label></p>
      </details>
      <p><button class="first">Bring it in</button></p>
      <p class="progress" data-progress hidden><progress max="100" value="0" \
      aria-label="How much of it has arrived"></progress> <span data-said></span></p>
      <p class="soft">Pond reads what you bring on this machine, keeps what it learned in the pond file, and \
      keeps no copy of anything else. Up to 2 GB at a time.</p>
      """
    }
  }
#endif
