# A formula for Homebrew. Nobody has run it yet: docs/Install.md says what a Mac would need. The
# address and the digest of a release take the place of the two lines that say so.
class Pond < Formula
  desc "Make the list of whom you follow small enough to enjoy, deep enough to dive in"
  homepage "https://pond.example"
  url "https://pond.example/pond-0.2.0.tar.gz" # the source of a release
  sha256 "0000000000000000000000000000000000000000000000000000000000000000" # its digest
  license "MIT"

  depends_on "pkg-config" => :build
  depends_on xcode: ["16.3", :build]
  depends_on "curl"
  depends_on "libarchive"
  depends_on "libxml2"
  depends_on "sqlite"
  uses_from_macos "zlib"

  def install
    system "swift", "build", "--disable-sandbox", "--configuration", "release", "--product", "pond"
    system "sh", "docs/install.sh", ".build/release/pond", prefix
  end

  test do
    (testpath/"list.opml").write <<~EOS
      <opml version="2.0"><body><outline text="A" xmlUrl="https://a.example/feed"/></body></opml>
    EOS
    ENV["POND_FILE"] = testpath/"pond.sqlite"
    system bin/"pond", "import", "list.opml"
    assert_match "a.example", shell_output("#{bin}/pond list")
  end
end
