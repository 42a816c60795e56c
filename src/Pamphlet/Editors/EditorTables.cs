using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pamphlet.Desk;
using Pamphlet.Publications;

namespace Pamphlet.Editors;

internal sealed class EditorTable : IEntityTypeConfiguration<Editor>
{
    public void Configure(EntityTypeBuilder<Editor> builder)
    {
        builder.ToTable("editor");
        builder.HasKey(editor => editor.Id);
        builder.Property(editor => editor.Id).ValueGeneratedNever();
        builder.HasIndex(editor => new { editor.PublicationId, editor.NormalizedUserName }).IsUnique();
        builder.HasOne<Publication>().WithMany().HasForeignKey(editor => editor.PublicationId);
        builder.Property(editor => editor.UserName).HasMaxLength(Editor.LongestName);
        builder.Property(editor => editor.NormalizedUserName).HasMaxLength(Editor.LongestName);
        builder.Property(editor => editor.ConcurrencyStamp).IsConcurrencyToken();
        builder
            .Property(editor => editor.Acts)
            .HasConversion(acts => acts.ToString(), names => Acts.Parse(names))
            .HasMaxLength(200);

        // What the paper does not want to know.
        builder.Ignore(editor => editor.Email);
        builder.Ignore(editor => editor.NormalizedEmail);
        builder.Ignore(editor => editor.EmailConfirmed);
        builder.Ignore(editor => editor.PhoneNumber);
        builder.Ignore(editor => editor.PhoneNumberConfirmed);
        // Counted in memory, by browser: a count by account would let a stranger lock an editor out.
        builder.Ignore(editor => editor.LockoutEnd);
        builder.Ignore(editor => editor.LockoutEnabled);
        builder.Ignore(editor => editor.AccessFailedCount);
    }
}

internal sealed class EditorTokenTable : IEntityTypeConfiguration<EditorToken>
{
    public void Configure(EntityTypeBuilder<EditorToken> builder)
    {
        builder.ToTable("editor_token");
        builder.HasKey(token => new
        {
            token.UserId,
            token.LoginProvider,
            token.Name,
        });
        builder.Property(token => token.LoginProvider).HasMaxLength(64);
        builder.Property(token => token.Name).HasMaxLength(64);
        builder.HasOne<Editor>().WithMany().HasForeignKey(token => token.UserId);
    }
}

internal sealed class EditorPasskeyTable : IEntityTypeConfiguration<EditorPasskey>
{
    public void Configure(EntityTypeBuilder<EditorPasskey> builder)
    {
        builder.ToTable("editor_passkey");
        builder.HasKey(passkey => passkey.CredentialId);
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(1024);
        builder.HasOne<Editor>().WithMany().HasForeignKey(passkey => passkey.UserId);
        builder.OwnsOne(passkey => passkey.Data, Columns);
    }

    // In columns and not as JSON: what is in a row can be read in its schema.
    private static void Columns(OwnedNavigationBuilder<EditorPasskey, IdentityPasskeyData> data)
    {
        data.Property(passkey => passkey.PublicKey);
        data.Property(passkey => passkey.Name).HasMaxLength(100);
        data.Ignore(passkey => passkey.AttestationObject);
        data.Ignore(passkey => passkey.ClientDataJson);
        data.Ignore(passkey => passkey.Transports);
    }
}

internal sealed class EditorSessionTable : IEntityTypeConfiguration<EditorSession>
{
    public void Configure(EntityTypeBuilder<EditorSession> builder)
    {
        builder.ToTable("editor_session");
        builder.HasKey(session => new { session.PublicationId, session.TokenHash });
        builder.Property(session => session.TokenHash).HasMaxLength(32);
        builder.HasIndex(session => session.EditorId);
        builder.HasOne<Editor>().WithMany().HasForeignKey(session => session.EditorId);
    }
}

internal sealed class FoundingLinkTable : IEntityTypeConfiguration<FoundingLink>
{
    public void Configure(EntityTypeBuilder<FoundingLink> builder)
    {
        builder.ToTable("founding_link");
        builder.HasKey(link => link.PublicationId);
        builder.Property(link => link.PublicationId).ValueGeneratedNever();
        builder.Property(link => link.TokenHash).HasMaxLength(32);
    }
}

internal sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitation");
        builder.HasKey(invitation => new { invitation.PublicationId, invitation.TokenHash });
        builder.Property(invitation => invitation.TokenHash).HasMaxLength(32);
        builder
            .Property(invitation => invitation.Acts)
            .HasConversion(acts => acts.ToString(), names => Acts.Parse(names))
            .HasMaxLength(200);
        builder.HasOne<Editor>().WithMany().HasForeignKey(invitation => invitation.EditorId).IsRequired(false);
    }
}

internal sealed class GraveActTable : IEntityTypeConfiguration<GraveAct>
{
    public void Configure(EntityTypeBuilder<GraveAct> builder)
    {
        builder.ToTable("grave_act");
        builder.HasKey(act => new { act.PublicationId, act.Id });
        builder.Property(act => act.Kind).HasMaxLength(64);
        builder.Property(act => act.Subject).HasMaxLength(400);
        builder
            .HasIndex(act => new
            {
                act.PublicationId,
                act.Kind,
                act.Subject,
            })
            .IsUnique();
        builder.HasOne<Editor>().WithMany().HasForeignKey(act => act.AskedBy);
    }
}

internal sealed class GraveVoiceTable : IEntityTypeConfiguration<GraveVoice>
{
    public void Configure(EntityTypeBuilder<GraveVoice> builder)
    {
        builder.ToTable("grave_voice");
        builder.HasKey(voice => new
        {
            voice.PublicationId,
            voice.ActId,
            voice.EditorId,
        });
        builder.HasOne<GraveAct>().WithMany().HasForeignKey(voice => new { voice.PublicationId, voice.ActId });
        builder.HasOne<Editor>().WithMany().HasForeignKey(voice => voice.EditorId);
    }
}

internal sealed class AgreementTable : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.ToTable("agreement");
        builder.HasKey(agreement => agreement.PublicationId);
        builder.Property(agreement => agreement.PublicationId).ValueGeneratedNever();
    }
}
